// Takes the place of Vaadin's module of the same purpose: the styles come first, so that those of the page win.
export const addGlobalStyles = (id, ...styles) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.map((style) => style.toString()).join('\n'));
  document.adoptedStyleSheets.unshift(sheet);
};
