import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/pipeline/settings.ts';
import { hashText } from '../src/reader/ledger-file.ts';
import { compareAdvice } from './lib/doctor/advice.ts';
import { adviseLibrary } from './lib/doctor/advise-library.ts';
import { adviseLink, listExternalLinks } from './lib/doctor/advice-link.ts';
import { advisePicture, indexPictures } from './lib/doctor/advice-picture.ts';
import { renderAdvice } from './lib/doctor/render.ts';
import { countIssues, hasErrors } from '../src/format/issues.ts';
import { runCommand } from './lib/command.ts';
import { count, findIssues, loadContent } from '../src/pipeline/content.ts';
import { probeLinks } from './lib/doctor/links.ts';
import { measurePictures } from './lib/doctor/pictures.ts';
import { root } from '../src/pipeline/environment.ts';

// npm run doctor [-- --no-links]
await runCommand(async () => {
  const { values } = parseArgs({
    options: { links: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const settings = readSettings(process.env, root);
  const content = loadContent(settings);
  const { library } = content;
  const issues = findIssues(settings, content);
  const notes = hasErrors(issues)
    ? [
        `The content has ${countIssues(issues)}; files with errors are left out here. npm run check says more.`,
      ]
    : [];
  const advice = adviseLibrary(library, new Date(), hashText);

  const places = indexPictures(library);
  const folder = relative(root, settings.publicDir).replaceAll('\\', '/');
  const pictures = await measurePictures(settings.publicDir);
  advice.push(...pictures.flatMap((picture) => advisePicture(picture, places.get(picture.path), folder)));

  const links = listExternalLinks(library);
  if (!values.links) notes.push('Links to other sites were not tried.');
  else if (process.env['CI'])
    notes.push('Links to other sites were not tried, since this runs on a server ("CI" is set).');
  else {
    console.log(`${count(links, 'link')} to other sites are tried; this takes a minute or two.\n`);
    const outcomes = await probeLinks(links, { timeout: 10_000, pause: 1000 });
    if (!outcomes)
      notes.push(
        'Links to other sites could not be tried: none has answered, so this computer seems to have no network.',
      );
    for (const [link, outcome] of outcomes ?? []) advice.push(...adviseLink(link, outcome));
  }
  console.log([...notes, renderAdvice(advice.toSorted(compareAdvice))].join('\n\n'));
});
