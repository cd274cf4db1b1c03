import {Dice} from './dice.js';
import {CHINESE, ENGLISH, OUTCOMES, PRODUCTS, TAGS} from './words.js';

/** @typedef {{kind: string, rows: number, csv: string}} File */
/** @typedef {{id: string, organisation: boolean, chinese: boolean, joined: number, leaves: number, perYear: number, spend: number, prospect: boolean}} Life */

const YEARS = 3;
const DAY_MILLIS = 86_400_000;
const MOST_PURCHASES = 60;
const MOST_INTERACTIONS = 20;
const KINDS = ['call', 'message', 'meeting', 'visit', 'note'];
const CHANNELS = {call: 'phone', message: 'email', meeting: 'video', visit: 'on site', note: ''};
/** January to December: the spring festival is quiet, June and November have their sales. */
const SEASON = [0.9, 0.6, 0.9, 0.95, 1, 1.2, 0.8, 0.75, 1, 1.05, 1.6, 1.4];

/**
 * A made-up enterprise over three years, as files to import, in the order in which each finds the customers that it speaks of. A few customers
 * bring most of the money, some left in silence, some never bought.
 *
 * @param {{customers: number, until: Date, seed: number}} wish @returns {File[]}
 */
export function enterprise({customers, until, seed}) {
  const days = Math.round(YEARS * 365.25);
  const begin = new Date(until.getTime() - days * DAY_MILLIS);
  const dice = new Dice(seed);
  const lives = Array.from({length: customers}, (_, at) => life(at, days, dice));
  const day = (/** @type {number} */ n) => new Date(begin.getTime() + n * DAY_MILLIS);
  return [
    file('customers', 'identifier,kind,name,status,language,timeZone,email,phone,street,city,region,postalCode,country,tags', lives.map((each) => profile(each, days, dice))),
    file('relations', 'customer,kind,to', lives.flatMap((each) => relation(each, lives, dice))),
    file('interactions', 'customer,kind,direction,channel,occurredAt,people,outcome,text', lives.flatMap((each) => interactions(each, {days, day}, dice))),
    file('purchases', 'externalId,customer,date,currency,product,quantity,amount,cost', lives.flatMap((each) => purchases(each, {days, day}, dice))),
  ];
}

/** @param {string} kind @param {string} header @param {(string | number)[][]} rows @returns {File} */
function file(kind, header, rows) {
  const cell = (/** @type {string | number} */ value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return {kind, rows: rows.length, csv: [header, ...rows.map((row) => row.map(cell).join(','))].join('\n') + '\n'};
}

/** @param {number} at @param {number} days @param {Dice} dice @returns {Life} */
function life(at, days, dice) {
  const organisation = dice.chance(0.4);
  const joined = dice.below(dice.chance(0.3) ? 90 : days);
  return {
    id: `C${String(at + 1).padStart(5, '0')}`,
    organisation,
    chinese: dice.chance(0.6),
    joined,
    leaves: joined + Math.floor(dice.exponential(800)),
    perYear: 0.6 * dice.pareto(1.4, 40),
    spend: dice.pareto(1.6, 100) * (organisation ? 3 : 1),
    prospect: dice.chance(0.22),
  };
}

/** @param {boolean} chinese @param {Dice} dice */
function person(chinese, dice) {
  if (!chinese) {
    const [first, last] = [dice.pick(ENGLISH.first), dice.pick(ENGLISH.last)];
    return {name: `${first} ${last}`, latin: `${first}.${last}`.toLowerCase()};
  }
  const parts = [dice.pick(CHINESE.surnames), dice.pick(CHINESE.given), ...(dice.chance(0.7) ? [dice.pick(CHINESE.given)] : [])];
  return {name: parts.map(([sign]) => sign).join(''), latin: parts.map(([, said]) => said).join('')};
}

/** @param {boolean} chinese @param {string} city @param {Dice} dice */
function organisation(chinese, city, dice) {
  if (!chinese) {
    const [last, trade] = [dice.pick(ENGLISH.last), dice.pick(ENGLISH.trades)];
    return {name: `${last} ${trade} ${dice.pick(ENGLISH.forms)}`, latin: `${last}${trade}`.toLowerCase()};
  }
  const marks = [dice.pick(CHINESE.marks), dice.pick(CHINESE.marks)];
  return {name: `${city}${marks.map(([sign]) => sign).join('')}${dice.pick(CHINESE.trades)}有限公司`, latin: marks.map(([, said]) => said).join('')};
}

/** @param {Life} each @param {number} days @param {Dice} dice */
function profile(each, days, dice) {
  const {chinese} = each;
  const [city, region, postalCode, land = 'CN'] = chinese ? dice.pick(CHINESE.cities) : dice.pick(ENGLISH.cities);
  const {name, latin} = each.organisation ? organisation(chinese, city, dice) : person(chinese, dice);
  const unique = `${latin}${Number(each.id.slice(1))}`;
  const house = 1 + dice.below(400);
  const zone = {CN: 'Asia/Shanghai', GB: 'Europe/London', US: 'America/New_York'}[land] ?? '';
  return [
    each.id,
    each.organisation ? 'organisation' : 'person',
    name,
    status(each, days, dice),
    chinese ? 'zh' : 'en',
    zone,
    dice.chance(0.93) ? (each.organisation ? `info@${unique}.example` : `${unique}@mail.example`) : '',
    phone(land, dice),
    chinese ? `${dice.pick(CHINESE.streets)}${house}号` : `${house} ${dice.pick(ENGLISH.streets)}`,
    city,
    region,
    postalCode,
    land,
    TAGS.filter(() => dice.chance(0.12)).join(';'),
  ];
}

/** Numbers that are kept for stories: 555-01xx in America, 020 7946 0xxx in Britain. @param {string} land @param {Dice} dice */
function phone(land, dice) {
  const digits = String(dice.below(100)).padStart(2, '0');
  return {US: `+120655501${digits}`, GB: `+442079460${digits}${dice.below(10)}`}[land] ?? '';
}

/** @param {Life} each @param {number} days @param {Dice} dice */
function status({prospect, leaves}, days, dice) {
  if (dice.chance(0.02)) {
    return 'archived';
  }
  return prospect ? 'prospect' : leaves > days ? 'active' : 'inactive';
}

/** @param {Life} each @param {Life[]} lives @param {Dice} dice */
function relation(each, lives, dice) {
  if (!dice.chance(each.organisation ? 0.1 : 0.5)) {
    return [];
  }
  const from = dice.below(lives.length);
  const other = lives.slice(from, from + 40).find((one) => one.organisation && one.chinese === each.chinese && one !== each);
  return other ? [[each.id, each.organisation ? 'supplier' : 'employer', other.id]] : [];
}

/** @param {Life} each @param {{days: number, day: (n: number) => Date}} time @param {Dice} dice */
function interactions(each, {days, day}, dice) {
  const span = Math.max(1, Math.min(days, each.leaves + 60) - each.joined);
  const count = Math.min(MOST_INTERACTIONS, Math.round(dice.exponential(0.8 + (span / 365) * Math.min(10, each.perYear) * 0.5)));
  return Array.from({length: count}, (_, at) => {
    const kind = dice.pick(KINDS);
    const date = day(Math.min(days - 1, each.joined + Math.floor(((at + dice.unit()) * span) / count))).toISOString().slice(0, 10);
    const clock = `${String(8 + dice.below(10)).padStart(2, '0')}:${String(dice.below(60)).padStart(2, '0')}:00Z`;
    const direction = kind === 'note' ? 'none' : dice.chance(0.4) ? 'in' : 'out';
    const people = kind === 'note' ? '' : person(each.chinese, dice).name;
    const notes = each.chinese ? CHINESE.notes : ENGLISH.notes;
    const channel = CHANNELS[/** @type {keyof typeof CHANNELS} */ (kind)];
    return [each.id, kind, direction, channel, `${date}T${clock}`, people, dice.pick(OUTCOMES), notes[dice.below(notes.length)]];
  });
}

/** @param {Life} each @param {{days: number, day: (n: number) => Date}} time @param {Dice} dice */
function purchases(each, {days, day}, dice) {
  const rows = [];
  const end = each.prospect ? 0 : Math.min(days, each.leaves + 1);
  for (let at = each.joined, number = 0; at < end && number < MOST_PURCHASES; at += dice.exponential(365 / (each.perYear * 1.6))) {
    const date = day(Math.floor(at));
    // The first purchase made them a customer; after it, days out of season are skipped more often.
    if (number === 0 || dice.chance(SEASON[date.getUTCMonth()] / 1.6)) {
      number++;
      const [product, price] = PRODUCTS[dice.below(PRODUCTS.length)];
      const quantity = 1 + Math.floor(dice.exponential(each.spend));
      const amount = Number(price) * quantity;
      const cost = Math.round(amount * (45 + dice.below(30))) / 100;
      rows.push([`P${each.id.slice(1)}-${number}`, each.id, date.toISOString().slice(0, 10), each.chinese ? 'CNY' : 'USD', product, quantity, amount, cost]);
    }
  }
  return rows;
}
