// Before anything is painted: light or dark, as chosen in this browser.
{
  const theme = localStorage.getItem('cl-theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
}
