import { defineCollection } from 'astro:content';
import { CONTENT_DIR } from 'astro:env/server';
import { loadCollection } from './reader/loader.ts';
import type { CollectionName } from './model/registry.ts';

const collect = (name: CollectionName) => defineCollection({ loader: loadCollection(name, CONTENT_DIR) });

export const collections = {
  site: collect('site'),
  history: collect('history'),
  programmes: collect('programmes'),
  phases: collect('phases'),
  weeks: collect('weeks'),
  events: collect('events'),
  topics: collect('topics'),
  partners: collect('partners'),
  prizes: collect('prizes'),
  people: collect('people'),
  pages: collect('pages'),
};
