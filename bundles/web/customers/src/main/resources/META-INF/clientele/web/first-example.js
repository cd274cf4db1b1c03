import {loadExample} from './example.js';

/** Fills a system that has no customers with a few to look around. */
export default async (context) => {
  await loadExample(context);
  return {message: context.t('first.loaded')};
};
