import {loadExample} from './example.js';

/** Fills a system that has no customers with a made-up enterprise to look around in. @param {any} context */
export default async (context) => {
  await loadExample(context.api, () => {});
  return {message: context.t('first.loaded')};
};
