import { workerData } from 'node:worker_threads';
import { writePictures, type PictureFile } from './paint.ts';

/** What the thread that draws share pictures is given: the arguments of `writePictures`. */
export interface PictureJob {
  root: string;
  dir: string;
  files: PictureFile[];
}

const { root, dir, files } = workerData as PictureJob;
await writePictures(root, dir, files);
