// The Settings view: what the account is, and every change to it.
import { call, everyPage } from '/api.js';
import { show, byId, el, text, badge, toast, ask, sure, press, clicking, fill, submitting, copy } from '/views.js';
import * as keys from '/keys.js';
import * as webhooks from '/webhooks.js';

export const state = { twoFactor: false, account: null };
let events;
let olderToken = '';
const seen = new Set();

export async function enter() {
  const [{ account }, { security }] = await Promise.all([call('AccountService/GetAccount'), call('SecurityService/GetSecurity')]);
  showAccount(account);
  showSecurity(security);
  if (!byId('zones').children.length) byId('zones').append(...Intl.supportedValuesOf('timeZone').map((zone) => el('option', { value: zone })));
  for (const id of ['enrol', 'codes']) byId(id).hidden = true;
  for (const id of ['sessions', 'api-keys', 'endpoints', 'activities', 'categories']) byId(id).replaceChildren(el(id === 'categories' ? 'p' : 'li', { className: 'none' }, 'Loading…'));
  show('settings');
  if (location.hash) byId(location.hash.slice(1))?.scrollIntoView();
  listen();
  await Promise.all([refreshSessions(), keys.refresh(), webhooks.refresh(), refreshPreferences(), refreshActivity()]);
}

function quit() { events?.close(); events = undefined; }
export function leave() {
  quit();
  keys.forget();
  webhooks.forget();
  byId('secret').value = '';
  byId('codes-list').replaceChildren();
}

function showAccount(account) {
  state.account = account;
  text('who-email', account.email);
  const form = document.querySelector('form[data-form="profile"]');
  form.elements.display_name.value = account.display_name;
  form.elements.time_zone.value = account.time_zone;
  text('pr-email', account.email);
  badge('pr-verified', account.email_verified_text, account.email_verified_at ? 'good' : 'warn');
  text('pr-pending', account.pending_email_text);
  byId('pr-pending').hidden = !account.pending_email_text;
  text('pr-created', account.created_text);
}

function showSecurity(security) {
  state.twoFactor = security.two_factor_enabled;
  text('se-password', security.password_changed_text);
  badge('se-two-factor', security.two_factor_text, security.two_factor_enabled ? 'good' : '');
  const left = security.recovery_codes_left;
  text('se-codes', left === 1 ? '1 recovery code left' : left + ' recovery codes left');
  byId('se-codes').hidden = byId('regenerate').hidden = byId('disable-totp').hidden = !state.twoFactor;
  byId('enable-totp').hidden = state.twoFactor;
  const notice = byId('two-factor-reset');
  notice.hidden = !security.two_factor_reset_text;
  notice.replaceChildren(el('span', {}, 'Two-factor: ' + security.two_factor_reset_text), el('button', { type: 'button', onclick: (event) => press(event.currentTarget, async () => {
    await call('SecurityService/CancelTwoFactorReset');
    await refreshSecurity();
  }) }, 'Keep it on'));
}
async function refreshSecurity() { showSecurity((await call('SecurityService/GetSecurity')).security); }
async function refreshAccount() { showAccount((await call('AccountService/GetAccount')).account); }

submitting('profile', async (form) => {
  showAccount((await call('AccountService/UpdateProfile', {
    display_name: form.display_name.value, time_zone: form.time_zone.value, update_mask: 'displayName,timeZone',
  })).account);
  toast('Saved.');
  await Promise.all([refreshSecurity(), refreshSessions(), keys.refresh(), webhooks.refresh(), refreshActivity()]);
});

clicking('change-email', () => ask({
  title: 'Change email address', text: 'The new address takes over once its owner has confirmed it. Both addresses are told.', ok: 'Send confirmation',
  label: 'New email address', type: 'email', autocomplete: 'email', fields: 'new_email',
  action: async (value) => showAccount((await call('AccountService/ChangeEmail', { new_email: value })).account),
}));

clicking('change-password', async () => toast((await call('SecurityService/RequestPasswordChange')).message));

clicking('enable-totp', async () => {
  const answer = await call('SecurityService/EnrollTotp');
  URL.revokeObjectURL(byId('qr').src);
  byId('qr').src = URL.createObjectURL(new Blob([answer.qr_svg], { type: 'image/svg+xml' }));
  byId('secret').value = answer.secret;
  byId('enrol').hidden = false;
  byId('enable-totp').hidden = true;
  byId('en-code').focus();
});
clicking('enrol-cancel', async () => { byId('enrol').hidden = true; byId('enable-totp').hidden = false; byId('enable-totp').focus(); });

submitting('confirm-totp', async (form) => {
  const answer = await call('SecurityService/ConfirmTotp', { totp_code: form.totp_code.value.replace(/\s/g, '') });
  form.reset();
  byId('enrol').hidden = true;
  byId('secret').value = '';
  showCodes(answer.recovery_codes);
  await Promise.all([refreshSecurity(), refreshSessions()]);
}, { BAD_CREDENTIALS: 'That code isn’t right. Try the next one.' });

function showCodes(codes) {
  byId('codes-list').replaceChildren(...codes.map((code) => el('li', {}, code)));
  byId('codes').hidden = false;
  byId('codes').focus();
}
clicking('codes-copy', () => copy([...byId('codes-list').children].map((item) => item.textContent).join('\n')));
clicking('codes-done', async () => { byId('codes').hidden = true; byId('codes-list').replaceChildren(); });

clicking('regenerate', async () => {
  if (!await sure({ title: 'New recovery codes?', text: 'Your present codes stop working.', ok: 'Make new codes' })) return;
  showCodes((await call('SecurityService/RegenerateRecoveryCodes')).recovery_codes);
  await refreshSecurity();
});
clicking('disable-totp', async () => {
  if (!await sure({ title: 'Turn two-factor off?', text: 'Then a password alone opens your account.', ok: 'Turn off', danger: true })) return;
  await call('SecurityService/DisableTotp');
  byId('codes').hidden = true;
  await refreshSecurity();
});

async function refreshSessions() {
  const sessions = await everyPage('SessionsService/ListSessions', 'sessions');
  byId('revoke-others').hidden = sessions.length < 2;
  fill('sessions', sessions.map((session) => el('li', {},
    el('div', {}, el('strong', {}, session.device_label), el('span', { className: 'sub' }, `Signed in ${session.created_text} · last seen ${session.last_seen_text}`)),
    session.current ? el('span', { className: 'badge good' }, 'This one') : el('button', { type: 'button', 'aria-label': 'Sign out ' + session.device_label, onclick: (event) => press(event.currentTarget, async () => {
      await call('SessionsService/RevokeSession', { session_id: session.id });
      await refreshSessions();
    }) }, 'Sign out'))), 'None.');
}
clicking('revoke-others', async () => {
  if (!await sure({ title: 'Sign out all others?', text: 'Only this browser stays signed in.', ok: 'Sign out all others', danger: true })) return;
  await call('SessionsService/RevokeOtherSessions');
  await refreshSessions();
});

async function refreshPreferences() {
  const [{ categories }, { preferences }] = await Promise.all([call('NotificationsService/ListCategories'), call('NotificationsService/GetPreferences')]);
  const enabled = new Map(preferences.map((one) => [one.category, one.enabled]));
  const rows = (mandatory) => categories.filter((one) => one.mandatory === mandatory).map((one) => {
    const id = 'category-' + one.id;
    const box = el('input', { type: 'checkbox', className: 'switch', role: 'switch', id, disabled: one.mandatory, 'aria-describedby': id + '-hint', onchange: async () => {
      try {
        await call('NotificationsService/UpdatePreferences', { preferences: [{ category: one.id, enabled: box.checked }] });
        toast('Saved.');
      } catch (failure) { box.checked = !box.checked; toast(failure.message); }
    } });
    box.checked = enabled.get(one.id) ?? true;
    return el('div', { className: 'category' }, el('div', {}, el('label', { for: id }, one.title), el('p', { className: 'hint', id: id + '-hint' }, one.description)), box);
  });
  byId('categories').replaceChildren(el('h3', {}, 'You choose'), ...rows(false), el('h3', {}, 'Always sent'), ...rows(true));
}

const actors = { ACTIVITY_ACTOR_SERVICE: 'by our service', ACTIVITY_ACTOR_SUPPORT: 'by our support', ACTIVITY_ACTOR_SYSTEM: 'automatically' };
function activityRow(activity) {
  // Ids and flags are for programs.
  const details = activity.details.map((detail) => detail.value).filter((value) => value && !/^([a-z]{3}_[0-9a-f-]{36}|yes|no|\d+)$/.test(value)).join(' · ');
  return el('li', { 'data-kind': activity.kind }, el('div', {}, el('strong', {}, activity.summary),
    el('span', { className: 'sub' }, [details, actors[activity.actor]].filter(Boolean).join(' · '))), el('time', { datetime: activity.occurred_at }, activity.occurred_text));
}
const fresh = (rows) => rows.filter((row) => !seen.has(row.id) && seen.add(row.id));

// What the stream tells while the list is on its way may be in both, or in one only.
let arrived = [];
async function refreshActivity() {
  arrived = [];
  const answer = await call('AccountService/ListActivity', { page_size: 10 });
  const listed = new Set(answer.activities.map((row) => row.id));
  const rows = [...arrived.filter((row) => !listed.has(row.id)), ...answer.activities];
  seen.clear();
  fill('activities', fresh(rows).map(activityRow), 'Nothing yet.');
  older(answer.next_page_token);
}
function older(token) { olderToken = token; byId('more-activity').hidden = !token; }
clicking('more-activity', async () => {
  const answer = await call('AccountService/ListActivity', { page_size: 20, page_token: olderToken });
  byId('activities').append(...fresh(answer.activities).map(activityRow));
  older(answer.next_page_token);
});

// The browser goes on from the last cursor by itself after a lost connection.
function listen() {
  quit();
  badge('live', 'Connecting…', '');
  events = new EventSource('/api/activity');
  events.onerror = () => badge('live', 'Reconnecting…', 'warn');
  // Its first message comes at once; that it is open only says that this page's own server is there.
  events.onmessage = (event) => {
    badge('live', 'Live', 'good');
    const rows = fresh(JSON.parse(event.data).activities);
    if (!rows.length) return;
    rows.reverse();
    arrived.unshift(...rows);
    byId('activities').querySelector('.none')?.remove();
    byId('activities').prepend(...rows.map(activityRow));
    refreshLists(rows);
  };
  events.addEventListener('failed', async (event) => {
    badge('live', 'Reconnecting…', 'warn');
    // Whose session it was asks again: that answers with the sign-in view.
    if (JSON.parse(event.data).reason === 'SESSION_INVALID') { quit(); try { await refreshAccount(); } catch { /* shown by then */ } }
  });
}
// What another device changed shows here too.
function refreshLists(rows) {
  const about = (word) => rows.some((row) => row.kind.startsWith(word));
  if (about('session') || about('sign')) refreshSessions().catch(() => {});
  if (about('webhook')) webhooks.refresh().catch(() => {});
  if (about('api_key')) keys.refresh().catch(() => {});
  if (about('two_factor') || about('password') || about('recovery')) refreshSecurity().catch(() => {});
  if (about('email')) refreshAccount().catch(() => {});
}
// A hidden tab holds no connection: a browser has six for each server.
document.addEventListener('visibilitychange', () => {
  if (byId('view-settings').hidden) return;
  if (document.hidden) return quit();
  listen();
  refreshActivity().catch(() => {});
});

clicking('export', async () => {
  const data = await call('AccountService/ExportData', {}, (response) => response.blob());
  const address = URL.createObjectURL(data);
  el('a', { href: address, download: 'account-data.json' }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  toast('Your data is in the file account-data.json.');
});

clicking('delete', async () => {
  let answer;
  // The deletion ends this session too: the stream would tell of it before the receipt is there.
  quit();
  const isDone = await ask({
    title: 'Delete your account?', danger: true, ok: 'Delete for good', label: 'Type your email address to confirm', type: 'email', fields: 'confirm_email',
    text: 'Everything is revoked at once, and nobody can bring it back.',
    action: async (value) => { answer = await call('AccountService/DeleteAccount', { confirm_email: value }); },
  });
  if (isDone) showDeletion(answer); else if (!byId('view-settings').hidden) listen();
});

export function showDeletion({ deletion, receipt }) {
  leave();
  byId('receipt').value = receipt;
  const facts = [['Account', deletion.account_id], ['State', deletion.state === 'DELETION_STATE_COMPLETED' ? 'All that had to go is gone' : 'Revoked; data is being removed']];
  const revoked = deletion.revoked.filter((item) => item.count > 0).map((item) => `${item.count} ${item.kind.replaceAll('_', ' ')}${item.count === 1 ? '' : 's'}`);
  if (revoked.length) facts.push(['Revoked', revoked.join(', ')]);
  if (deletion.purges.length) facts.push(['Recordings', `${deletion.purges.length}, removed until ${deletion.purge_due_at}`]);
  for (const item of deletion.retained) facts.push(['Kept', `${item.kind} ${item.id}, until ${item.retain_until.slice(0, 10)}: ${item.reason}`]);
  byId('deletion-facts').replaceChildren(...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  show('deleted');
  byId('deleted-title').focus();
}
