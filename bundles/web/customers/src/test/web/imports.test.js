import {same} from 'expect';
import {Problem} from '@clientele/ui';
import Imports from '../../main/resources/META-INF/clientele/web/imports.js';

/** The page in front of a server that refuses. @param {object} problem */
function page(problem) {
  const posted = [];
  const screen = new Imports();
  screen.context = {api: {post: async (path) => { posted.push(path); throw new Problem(problem); }}};
  screen.t = (key, {name = ''} = {}) => key + name;
  screen.requestUpdate = () => {};
  return {screen, posted};
}

/** What is said to be wrong. */
const said = (screen) => JSON.stringify(screen.render());

Deno.test('sends no file that is empty', async () => {
  const {screen, posted} = page({});
  await screen.upload({name: 'a.csv', size: 0});
  same([posted, screen.problem.message], [[], 'import.blanka.csv']);
});

Deno.test('says what is wrong with a file without saying that it is in the body', async () => {
  const {screen} = page({status: 400, errors: [{pointer: 'body', detail: 'The file is no text'}, {pointer: '/currency', detail: 'is unknown'}]});
  await screen.upload({name: 'a.csv', size: 1});
  same([said(screen).includes('"The file is no text; /currency is unknown"'), said(screen).includes('body The')], [true, false]);
});
