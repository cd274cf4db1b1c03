import {loadExample} from './example.js';

/** Fills a system that has no customers with a made-up enterprise to look around in. @param {import('@clientele/ui').Context} context */
export default async (context) => {
  await loadExample(context.api, () => {});
  return {message: context.t('first.loaded')};
};
