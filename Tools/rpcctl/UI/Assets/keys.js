// API keys: made, given a new secret, revoked.
import { call, everyPage } from '/api.js';
import { byId, el, ask, sure, press, fill, submitting, secretPanel } from '/views.js';

const fresh = secretPanel('new-key');
export const forget = fresh.clear;

export async function refresh() {
  const keys = await everyPage('SecurityService/ListApiKeys', 'api_keys');
  fill('api-keys', keys.map(row), 'No keys yet.');
}

function row(key) {
  const ends = key.expires_at ? `ends ${key.expires_text}` : 'never ends';
  return el('li', {},
    el('div', {}, el('strong', {}, key.name),
      el('span', { className: 'sub' }, `${key.prefix}… · ${key.scopes.join(', ')} · ${ends}`),
      el('span', { className: 'sub' }, `Created ${key.created_text} · last used: ${key.last_used_text}`),
      key.old_secret_ends_text ? el('span', { className: 'sub' }, `Its old secret works until ${key.old_secret_ends_text}`) : ''),
    el('div', { className: 'actions' },
      el('button', { type: 'button', 'aria-label': 'New secret for ' + key.name, onclick: (event) => press(event.currentTarget, () => rotate(key)) }, 'New secret'),
      el('button', { type: 'button', className: 'danger-quiet', 'aria-label': 'Revoke ' + key.name, onclick: (event) => press(event.currentTarget, () => revoke(key)) }, 'Revoke')));
}

async function rotate(key) {
  let answer;
  const isDone = await ask({
    title: `New secret for “${key.name}”`, text: 'The present one may go on for a while, so that nothing stops before it has the new one.', ok: 'Make a new secret',
    label: 'The present secret stops working', fields: 'overlap', options: [['86400s', 'In a day'], ['604800s', 'In 7 days'], ['3600s', 'In an hour'], ['0s', 'At once']],
    action: async (overlap) => { answer = await call('SecurityService/RotateApiKey', { key_id: key.id, overlap }); },
  });
  if (!isDone) return;
  await refresh();
  fresh.show(`New secret of “${key.name}”`, answer.secret, 'key-name');
}

async function revoke(key) {
  if (!await sure({ title: 'Revoke “' + key.name + '”?', text: 'Whatever uses it is refused from its next call on.', ok: 'Revoke', danger: true })) return;
  await call('SecurityService/RevokeApiKey', { key_id: key.id });
  fresh.clear();
  await refresh();
}

const options = (id, list) => byId(id).append(...list.map(([value, label]) => el('option', { value }, label)));
options('key-scope', [['sessions.start', 'Start browsers'], ['recordings.read', 'Read recordings']]);
options('key-ends', [['90', 'In 90 days'], ['30', 'In 30 days'], ['365', 'In a year'], ['', 'Never']]);

submitting('mint', async (form) => {
  const days = Number(form.expires_at.value);
  const answer = await call('SecurityService/MintApiKey', {
    name: form.name.value, scopes: [form.scopes.value],
    ...(days ? { expires_at: new Date(Date.now() + days * 86400000).toISOString() } : {}),
  });
  form.reset();
  await refresh();
  fresh.show(`New key “${answer.api_key.name}”`, answer.secret, 'key-name');
});
