// Runs before the first paint, so that a remembered theme does not flash. The page's policy allows no inline script.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('gainsay.theme');
  } catch {
    choice = null;
  }
  const isDark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
