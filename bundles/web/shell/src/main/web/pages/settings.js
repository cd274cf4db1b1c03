import {Screen, css, html, nothing} from '@clientele/ui';

/** What somebody may choose for themselves: colours, language, password. */
export default class Settings extends Screen {
  static properties = {problem: {state: true}};

  static styles = css`
    .sections {
      display: grid;
      gap: var(--cl-s5);
      max-width: 520px;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cl-s2) var(--cl-s5);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend,
    h2 {
      margin-bottom: var(--cl-s2);
      padding: 0;
      font-size: var(--cl-font-size);
      font-weight: 600;
    }
    fieldset label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: var(--cl-compact);
      font-weight: 400;
    }
    form {
      display: grid;
      gap: var(--cl-s3);
    }
    .fault {
      color: var(--cl-bad-text);
    }
    button {
      justify-self: start;
    }
  `;

  constructor() {
    super();
    this.problem = /** @type {string} */ ('');
  }

  /** @param {SubmitEvent} event */
  async change(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const given = new FormData(form);
    if (given.get('new') !== given.get('again')) {
      this.problem = this.t('settings.differ');
      return;
    }
    try {
      await this.context.api.put('/api/v1/session/password', {body: {current: given.get('current'), new: given.get('new')}});
      this.problem = '';
      form.reset();
      this.context.notify({kind: 'good', text: this.t('settings.changed')});
    } catch (failure) {
      const problem = /** @type {import('../ui/problem.js').Problem} */ (failure);
      this.problem = problem.at('/new') ?? problem.message;
    }
  }

  render() {
    const {preferences} = this.context;
    /** @type {[import('../shell/preferences.js').Theme, string][]} */
    const themes = [
      ['light', this.t('settings.light')],
      ['dark', this.t('settings.dark')],
      ['system', this.t('settings.system')],
    ];
    /** @type {['en' | 'zh', string][]} */
    const languages = [
      ['en', 'English'],
      ['zh', '中文'],
    ];
    return html`
      <cl-page heading=${this.t('settings.title')}>
        <div class="sections">
          ${this.choice('theme', this.t('settings.colours'), themes, preferences.theme, (theme) => preferences.wear(theme))}
          ${this.choice('language', this.t('settings.language'), languages, preferences.locale, (locale) => preferences.speak(locale))}
          <section>
            <h2>${this.t('settings.password')}</h2>
            <form @submit=${this.change}>
              ${this.problem ? html`<p class="fault" role="alert">${this.problem}</p>` : nothing}
              <input hidden autocomplete="username" .value=${this.context.session.user?.login ?? ''} />
              ${this.field('current', this.t('settings.current'), 'current-password')} ${this.field('new', this.t('settings.new'), 'new-password')}
              ${this.field('again', this.t('settings.again'), 'new-password')}
              <button class="primary">${this.t('settings.password.do')}</button>
            </form>
          </section>
        </div>
      </cl-page>
    `;
  }

  /**
   * One of several, chosen at once.
   *
   * @template {string} T
   * @param {string} name @param {string} title @param {[T, string][]} choices @param {T} chosen @param {(value: T) => void} choose
   */
  choice(name, title, choices, chosen, choose) {
    return html`<fieldset>
      <legend>${title}</legend>
      ${choices.map(
        ([value, label]) =>
          html`<label><input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />${label}</label>`,
      )}
    </fieldset>`;
  }

  /** @param {string} name @param {string} label @param {string} autocomplete */
  field(name, label, autocomplete) {
    return html`<div class="field">
      <label for=${name}>${label}</label><input id=${name} name=${name} type="password" autocomplete=${autocomplete} required />
    </div>`;
  }
}
