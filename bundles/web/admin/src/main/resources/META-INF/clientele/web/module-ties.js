/** @typedef {{appear: string[], stay: string[], go: string[]}} Difference */
/** @typedef {{bundle: string, packages: Difference, parts: {part: string, names: Difference}[]}} Tie */

/** What a module brings, and the bundle of the core that carries each. */
export const PARTS = /** @type {const} */ ([
  {part: 'screens', carrier: 'shell'},
  {part: 'paths', carrier: 'rest'},
  {part: 'permissions', carrier: 'access'},
  {part: 'tables', carrier: 'persistence'},
  {part: 'facts', carrier: 'facts'},
]);
const OWN = 'io.clientele.';
const LIBRARIES = 'libraries';
const ARROW = ' ← ';
const WAYS = /** @type {('appear' | 'stay' | 'go')[]} */ (['appear', 'stay', 'go']);

/** What ties a module to each bundle: the packages it is wired to there, and what it brings there. Libraries count as one. @param {import('./shapes.js').Plan} plan @returns {Tie[]} */
export function ties(plan) {
  /** @type {Map<string, Tie>} */
  const found = new Map();
  /** @param {string} bundle */
  const to = (bundle) => {
    const tie = found.get(bundle) ?? {bundle, packages: {appear: [], stay: [], go: []}, parts: []};
    found.set(bundle, tie);
    return tie;
  };
  for (const way of WAYS) {
    for (const wire of plan.wires[way]) {
      const [name, provider] = wire.split(ARROW);
      to(provider.startsWith(OWN) ? provider.slice(OWN.length) : LIBRARIES).packages[way].push(name);
    }
  }
  for (const {part, carrier} of PARTS) {
    if (size(plan[part])) {
      to(carrier).parts.push({part, names: plan[part]});
    }
  }
  return [...found.values()].sort((a, b) => Number(a.bundle === LIBRARIES) - Number(b.bundle === LIBRARIES) || a.bundle.localeCompare(b.bundle));
}

/** @param {Difference} difference */
export function size({appear, stay, go}) {
  return appear.length + stay.length + go.length;
}

/** Whether a tie comes, goes or stays. @param {Tie} tie */
export function turn({packages, parts}) {
  const all = [packages, ...parts.map(({names}) => names)];
  if (all.some(({appear}) => appear.length)) {
    return 'comes';
  }
  return all.some(({go}) => go.length) ? 'goes' : 'stays';
}

/** `+2 −1 =3`. @param {Difference} difference */
export function counts({appear, stay, go}) {
  return [appear.length && `+${appear.length}`, go.length && `−${go.length}`, stay.length && `=${stay.length}`].filter(Boolean).join(' ');
}

/** The bundles that hang on the module and would be refreshed with it. @param {string[]} chains such as `other ← package ← module` */
export function dependants(chains) {
  return chains.map((chain) => chain.split(ARROW)[0]);
}
