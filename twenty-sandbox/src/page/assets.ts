import { CALL_LINK_SCRIPT } from './call-link.ts';

/** Twenty's own look, as far as a plain page needs it: 13 px, quiet greys, dense tables, light and dark. */
export const PAGE_CSS = `
:root {
  color-scheme: light dark;
  --background: #fff; --panel: #fcfcfc; --hover: #f1f1f1; --line: #ebebeb; --strong-line: #d6d6d6;
  --text: #333; --quiet: #666; --faint: #767676; --accent: #3f51c1; --accent-soft: #eef0fb; --warn: #fff7e0; --warn-text: #6b4e00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --background: #171717; --panel: #1b1b1b; --hover: #222; --line: #222; --strong-line: #484848;
    --text: #ebebeb; --quiet: #b3b3b3; --faint: #969696; --accent: #93a3ff; --accent-soft: #23263d; --warn: #33290d; --warn-text: #f0d48a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; font: 13px/1.5 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color: var(--text); background: var(--panel); }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font-size: 16px; font-weight: 600; margin: 0; }
h2 { font-size: 13px; font-weight: 600; margin: 24px 0 8px; }
.banner { margin: 0; padding: 6px 16px; background: var(--warn); color: var(--warn-text); font-weight: 500; }
.frame { display: grid; grid-template-columns: 200px minmax(0, 1fr); min-height: calc(100vh - 32px); }
nav { padding: 12px 8px; }
nav .workspace { padding: 4px 8px 12px; font-weight: 600; }
nav ul, .choices { list-style: none; margin: 0; padding: 0; }
nav a { display: flex; justify-content: space-between; padding: 4px 8px; border-radius: 4px; color: var(--quiet); font-weight: 500; }
nav a:hover { background: var(--hover); text-decoration: none; }
nav a[aria-current] { background: var(--hover); color: var(--text); }
nav .count { color: var(--faint); font-variant-numeric: tabular-nums; font-weight: 400; }
.panel { margin: 0 12px 12px 0; background: var(--background); border: 1px solid var(--line); border-radius: 8px; min-width: 0; }
header { display: flex; gap: 8px; align-items: baseline; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid var(--line); flex-wrap: wrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid var(--line); white-space: nowrap; max-width: 320px; overflow: hidden; text-overflow: ellipsis; }
th { color: var(--faint); font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tbody tr:hover { background: var(--panel); }
.chip { display: inline-block; max-width: 100%; padding: 0 6px; border-radius: 4px; background: var(--hover); overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
.tag { display: inline-block; padding: 0 6px; border-radius: 4px; background: var(--accent-soft); color: var(--accent); font-size: 12px; }
.quiet { color: var(--quiet); }
.record { padding: 16px; }
.record > dl, .note { max-width: 900px; }
dl { display: grid; grid-template-columns: 160px minmax(0, 1fr); gap: 4px 12px; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.note { border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; margin-bottom: 8px; }
.note pre { margin: 8px 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.pages { display: flex; gap: 12px; align-items: center; padding: 8px 16px; color: var(--quiet); }
.button { display: inline-block; padding: 4px 10px; border: 1px solid var(--strong-line); border-radius: 4px; font-weight: 500; color: var(--text); }
.button:hover { background: var(--hover); text-decoration: none; }
.button.primary { background: #3f51c1; border-color: #3f51c1; color: #fff; }
.empty { padding: 32px 16px; color: var(--quiet); }
.sign-in { max-width: 420px; margin: 10vh auto; padding: 24px; background: var(--background); border: 1px solid var(--line); border-radius: 8px; }
.choice { display: flex; gap: 12px; align-items: center; padding: 10px 12px; margin-top: 8px; border: 1px solid var(--strong-line); border-radius: 8px; }
.choice:hover { background: var(--hover); text-decoration: none; }
.avatar { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: var(--accent-soft); color: var(--accent); font-weight: 600; }
@media (max-width: 640px) {
  .frame { grid-template-columns: 1fr; }
  nav ul { display: flex; flex-wrap: wrap; }
  nav a { gap: 6px; }
  .panel { margin: 0 8px 8px; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 8px; }
}
`;

/**
 * Tells times in the reader's own time zone, and looks every two seconds whether the page would be another one now. Rests while the tab is hidden, while something is
 * selected or has the focus, so that nothing moves under a reader's hand.
 */
export const PAGE_SCRIPT = `
let shown = document.querySelector('[data-live]')?.innerHTML;
const tellTimes = () => {
  for (const time of document.querySelectorAll('time[datetime]')) {
    time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
    time.title = time.dateTime;
  }
};
tellTimes();
const look = async () => {
  const main = document.querySelector('[data-live]');
  const isBusy = document.hidden || String(getSelection()) !== '' || main?.contains(document.activeElement);
  if (!main || isBusy) return;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!fresh || fresh.innerHTML === shown) return;
    shown = fresh.innerHTML;
    main.innerHTML = shown;
    tellTimes();
  } catch {
    // The sandbox is being started again; the next look will tell.
  }
};
setInterval(look, 2000);
${CALL_LINK_SCRIPT}`;
