import {proposedKey} from './rules.js';

/**
 * @typedef {{key: string, title: string, text: string, channels: string[], tags: string[]}} Piece what is said by some channels, or any, to customers with some tags, or all
 * @typedef {{version: number, items: Piece[]}} Found
 * @typedef {{place: number, key?: string, title: string, text: string, channels: string[], tags: string}} PieceDraft `place` tells it from the others wherever it goes; tags stand between commas
 * @typedef {{version: number, pieces: PieceDraft[]}} ContentDraft
 */

/** The server allows no more. */
export const MOST_PIECES = 20;
const LONGEST_START = 160;
const COMMA = /[,，、]/;

/** @param {Found} found @returns {ContentDraft} */
export function draftOf({version, items}) {
  return {version, pieces: items.map(({key, title, text, channels, tags}, place) => ({place, key, title, text, channels, tags: tags.join(', ')}))};
}

/** A piece more, at the end. @param {ContentDraft} draft @returns {ContentDraft} */
export function withAnother(draft) {
  const place = Math.max(-1, ...draft.pieces.map((piece) => piece.place)) + 1;
  return {...draft, pieces: [...draft.pieces, {place, title: '', text: '', channels: [], tags: ''}]};
}

/** A draft as it is sent: who has no key yet gets one that follows from the title. @param {ContentDraft} draft */
export function sentContents({pieces}) {
  const taken = pieces.flatMap((piece) => piece.key ?? []);
  return {
    items: pieces.map(({key, title, text, channels, tags}) => {
      const named = key ?? proposedKey(title, taken, 'content');
      taken.push(named);
      return {key: named, title, text, channels, tags: tagsOf(tags)};
    }),
  };
}

/** What stands between commas. @param {string} text */
export function tagsOf(text) {
  return text.split(COMMA).map((tag) => tag.trim()).filter(Boolean);
}

/** The tag that is being written: what stands behind the last comma. @param {string} text */
export function begunTag(text) {
  return (text.split(COMMA).at(-1) ?? '').trim();
}

/** The tags with one more, in the place of its beginning if that was written. @param {string} text @param {string} tag */
export function withTag(text, tag) {
  const begun = begunTag(text);
  const tags = tagsOf(text);
  return [...(begun && tag.toLowerCase().startsWith(begun.toLowerCase()) ? tags.slice(0, -1) : tags), tag].join(', ');
}

/** Those known tags that are not there yet. @param {string[]} known @param {string} text */
export function newTags(known, text) {
  const there = tagsOf(text).map((tag) => tag.toLowerCase());
  return known.filter((tag) => !there.includes(tag.toLowerCase()));
}

/** The start of a text, up to a word's end; the whole text if it is short. @param {string} text */
export function startOf(text) {
  return text.length > LONGEST_START ? text.slice(0, LONGEST_START).replace(/\s+\S*$/, '') : text;
}
