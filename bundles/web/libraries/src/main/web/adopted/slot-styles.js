// Takes the place of Vaadin's mixin of the same name: styles for what is slotted, adopted once by each root that it stands in.
const adopted = new WeakMap();
const sheets = new Map();

function sheetOf(styles) {
  const text = styles.toString();
  if (!sheets.has(text)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheets.get(text);
}

export const SlotStylesMixin = (superclass) =>
  class extends superclass {
    get slotStyles() {
      return [];
    }

    connectedCallback() {
      super.connectedCallback();
      this.__applySlotStyles();
    }

    __applySlotStyles() {
      const root = this.getRootNode();
      const known = adopted.get(root) ?? new Set();
      adopted.set(root, known);
      for (const sheet of this.slotStyles.map(sheetOf).filter((each) => !known.has(each))) {
        known.add(sheet);
        root.adoptedStyleSheets.unshift(sheet);
      }
    }
  };
