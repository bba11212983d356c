// Runs before the first paint, so that remembered colours and sizes do not flash. The page's policy allows no inline script.
(() => {
  const root = document.documentElement;
  let theme = null;
  let settings = {};
  try {
    theme = localStorage.getItem('gainsay.theme');
    settings = JSON.parse(localStorage.getItem('gainsay.settings') ?? '{}') ?? {};
  } catch {
    settings = {};
  }
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const isStrong =
    theme === 'contrast' || (theme !== 'light' && theme !== 'dark' && matchMedia('(prefers-contrast: more)').matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.dataset.contrast = isStrong ? 'more' : 'standard';
  if (settings.type === 'projector') root.dataset.type = 'projector';
  if (settings.motion === 'none') root.dataset.motion = 'none';
  if (settings.labels === 'shown') root.dataset.labels = 'shown';
})();
