import {enterprise} from './demo/enterprise.js';

const CUSTOMERS = 500;
const SEED = 1;
const LOOK_MILLIS = 400;

/**
 * Imports a made-up enterprise to look around in, file by file, as a person would import files of their own.
 *
 * @param {import('@clientele/ui').Api} api @param {(progress: {kind: string, done: number, all: number}) => void} told
 */
export async function loadExample(api, told) {
  const files = enterprise({customers: CUSTOMERS, until: new Date(), seed: SEED});
  const all = files.reduce((sum, {rows}) => sum + rows, 0);
  let done = 0;
  for (const file of files) {
    await load(api, file, (rows) => told({kind: file.kind, done: done + rows, all}));
    done += file.rows;
  }
}

/** @param {import('@clientele/ui').Api} api @param {import('./demo/enterprise.js').File} file @param {(rows: number) => void} told */
async function load(api, {kind, csv}, told) {
  told(0);
  const query = {kind, name: `example-${kind}.csv`};
  const {body} = await api.post('/api/v1/imports', {query, body: new Blob([csv]), contentType: 'text/csv'});
  await api.put(`/api/v1/imports/${body.id}/mapping`, {body: {source: 'example'}});
  await api.post(`/api/v1/imports/${body.id}/run`, {body: {dryRun: false}});
  let seen = /** @type {import('./shapes.js').Job} */ (body);
  while (seen.state === 'uploaded' || seen.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
    seen = (await api.get(`/api/v1/imports/${body.id}`)).body;
    told(seen.rows);
  }
  if (seen.state !== 'done') {
    throw new Error(seen.fault ?? seen.state);
  }
}
