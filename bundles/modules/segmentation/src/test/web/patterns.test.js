import {same} from './expect.js';
import {sentMatrix} from '../../main/resources/META-INF/clientele/web/matrix-editor.js';
import {PATTERNS, following} from '../../main/resources/META-INF/clientele/web/matrix-patterns.js';

const told = (key) => key;

Deno.test('cuts both sides of a draft and says what is done in its cells', () => {
  const draft = {name: '', x: {fact: 'grade.c2b', method: 'quantile', parts: 5}, y: {fact: 'grade.b2c', support: 'answers'}, filter: 'status==active'};

  const {x, y, texts, name, filter} = sentMatrix(following(draft, 'dual', told));

  const labels = ['pattern.label.low', 'pattern.label.middle', 'pattern.label.high'];
  same([name, filter], ['pattern.dual', 'status==active']);
  same(x, {fact: 'grade.c2b', method: 'quantile', parts: 3, labels, support: undefined});
  same([y.fact, y.support], ['grade.b2c', 'answers']);
  same(texts[0], {x: 3, y: 3, name: 'pattern.dual.name1', playbook: 'pattern.dual.play1'});
});

Deno.test('leaves a name and a side that is cut by its values as they are', () => {
  const x = {fact: 'status', method: 'values', values: ['active', 'inactive']};

  const made = following({name: 'Mine', x, y: {fact: 'n'}}, 'loyalty', told);

  same([made.name, made.x, made.y.cuts], ['Mine', x, [0]]);
});

Deno.test('no pattern changes nothing', () => {
  const draft = {name: 'Mine'};
  same(following(draft, '', told), draft);
});

Deno.test('each pattern speaks only of cells that it has', () => {
  for (const {key, cells} of PATTERNS) {
    same(sentMatrix(following({name: 'M', x: {fact: 'a'}, y: {fact: 'b'}}, key, told)).texts.length, cells.length);
  }
});
