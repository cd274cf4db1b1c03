const FILE = new URL('./demo/customers.csv', import.meta.url);
const LOOK_MILLIS = 500;

/** Imports a few customers to look around with, as a person would import a file of their own. */
export async function loadExample(context) {
  const file = await (await fetch(FILE)).blob();
  const query = {kind: 'customers', name: 'customers.csv'};
  const {body} = await context.api.post('/api/v1/imports', {query, body: file, contentType: 'text/csv'});
  await context.api.put(`/api/v1/imports/${body.id}/mapping`, {body: {source: 'example'}});
  await context.api.post(`/api/v1/imports/${body.id}/run`, {body: {dryRun: false}});
  let seen = body;
  while (seen.state === 'uploaded' || seen.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
    seen = (await context.api.get(`/api/v1/imports/${body.id}`)).body;
  }
  return seen;
}
