// What every view is made of: texts only ever become text nodes.

export const byId = (id) => document.getElementById(id);

export function el(name, properties = {}, ...children) {
  const { className, ...attributes } = properties;
  const node = document.createElement(name);
  if (className) node.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (typeof value === 'boolean') node.toggleAttribute(key, value);
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== ''));
  return node;
}

// A refused click says why. Meanwhile others do nothing: a button that is disabled would lose the focus.
// The sign-in view says the one; whoever gave the proof up knows the other.
const quiet = new Set(['SESSION_INVALID', 'STEP_UP_REQUIRED']);
export async function press(button, action) {
  await alone(button, async () => {
    try { await action(); } catch (failure) { if (!quiet.has(failure.reason)) toast(failure.message); }
  });
}
async function alone(button, action) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try { await action(); } finally { button.removeAttribute('aria-busy'); }
}
export function clicking(id, action) { byId(id).addEventListener('click', () => press(byId(id), action)); }
export const sure = (question) => ask({ action: async () => {}, ...question });

export const text = (id, value) => { byId(id).textContent = value; };
export function badge(id, value, kind) { text(id, value); byId(id).className = 'badge ' + kind; }

// A list drawn anew keeps the focus: on the same button, or where that is gone on the list.
export function fill(id, rows, words) {
  const list = byId(id);
  const held = list.contains(document.activeElement) && document.activeElement;
  list.replaceChildren(...(rows.length ? rows : [el('li', { className: 'none' }, words)]));
  if (held) ([...list.querySelectorAll('button, summary')].find((one) => one.getAttribute('aria-label') === held.getAttribute('aria-label')) || list).focus();
}

// A secret that is shown this once: gone when it was kept, or the page is left.
export function secretPanel(id) {
  const title = el('h3', { id: id + '-title' });
  const input = el('input', { id: id + '-secret', readonly: true, autocomplete: 'off', spellcheck: 'false' });
  const clear = () => { input.value = ''; byId(id).hidden = true; };
  let back;
  byId(id).setAttribute('aria-labelledby', title.id);
  byId(id).append(title, el('p', { className: 'hint' }, 'It is shown only now: keep it somewhere safe.'),
    el('div', { className: 'field' }, el('label', { for: input.id }, 'Secret'),
      el('div', { className: 'copy' }, input, el('button', { type: 'button', className: 'quiet', onclick: () => copy(input.value) }, 'Copy'))),
    el('button', { type: 'button', className: 'primary', onclick: () => { clear(); byId(back).focus(); } }, 'I have kept it'));
  return {
    clear,
    show(words, secret, focusAfter) {
      title.textContent = words;
      input.value = secret;
      back = focusAfter;
      byId(id).hidden = false;
      byId(id).focus();
    },
  };
}

export function show(name) {
  byId('toast').hidden = true;
  for (const view of document.querySelectorAll('main > [id^="view-"]')) view.hidden = view.id !== 'view-' + name;
  byId('loading').hidden = name !== 'loading';
  byId('who').hidden = name !== 'settings';
  if (name === 'loading') return;
  const view = byId('view-' + name);
  document.title = (view.querySelector('h1')?.textContent || 'Account settings');
  for (const form of view.querySelectorAll('form')) clear(form);
  (view.querySelector('form input') && name !== 'settings' ? view.querySelector('form input') : byId('main')).focus();
}

export function say(title, text, link, href) {
  byId('message-title').textContent = title;
  byId('message-text').textContent = text;
  byId('message-link').textContent = link;
  byId('message-link').setAttribute('href', href);
  show('message');
  byId('message-title').focus();
}

let toastTimer;
export function toast(text) {
  byId('toast').textContent = text;
  byId('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { byId('toast').hidden = true; }, 5000);
}

export async function copy(text) {
  try { await navigator.clipboard.writeText(text); toast('Copied.'); } catch { toast('Your browser didn’t allow it: select and copy.'); }
}

function clear(form) {
  for (const error of form.querySelectorAll('.error, .form-error')) error.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    const rest = (input.getAttribute('aria-describedby') || '').split(' ').filter((id) => id && !id.endsWith('-error'));
    if (rest.length) input.setAttribute('aria-describedby', rest.join(' ')); else input.removeAttribute('aria-describedby');
  }
}

function fail(input, text) {
  const id = input.id + '-error';
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  input.addEventListener('input', () => clear(input.closest('.field')), { once: true });
  input.closest('.field').append(el('p', { className: 'error', id }, text));
}

// Each BadRequest violation beside its field; what belongs to no field above the form.
function explain(form, failure, words) {
  const rest = [];
  let first;
  for (const violation of failure.fields || []) {
    const name = violation.field.split(/[.[]/)[0];
    const input = [...form.elements].find((one) => one.name === name || (one.dataset.fields || '').split(' ').includes(name));
    if (input && input.closest('.field')) { fail(input, violation.description); first ||= input; } else rest.push(violation.description);
  }
  if (!first && !rest.length) {
    let text = words[failure.reason] || failure.message;
    if (failure.retryDelayMs > 0) text += ' Try again in ' + Math.ceil(failure.retryDelayMs / 1000) + ' s.';
    rest.push(text);
  }
  if (rest.length) form.prepend(el('p', { className: 'form-error', role: 'alert' }, rest.join(' ')));
  first?.focus();
}

export function submitting(name, action, words) {
  submittingForm(document.querySelector(`form[data-form="${name}"]`), action, words);
}
function submittingForm(form, action, words = {}) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clear(form);
    const empty = [...form.elements].filter((one) => one.required && !one.value.trim() && one.offsetParent);
    for (const input of empty) fail(input, 'Fill this in.');
    if (empty.length) return empty[0].focus();
    const button = form.querySelector('[type=submit]');
    await alone(button, async () => {
      try { await action(proxy(form)); } catch (failure) { explain(form, failure, words); }
    });
  });
}

// A field called "name" or "action" hides behind the form's own property: elements by name, and reset().
const proxy = (form) => new Proxy(form, { get: (target, key) => (key === 'reset' ? () => target.reset() : target.elements[key]) });

// A dialog with one field, or a choice, or neither; true once its action has succeeded, false when it was given up. One may open above another.
let dialogs = 0;
export function ask({ title, text, ok, label = '', type = 'text', autocomplete = 'off', fields = '', options = [], danger = false, action }) {
  const id = 'dialog-' + ++dialogs;
  const input = options.length
    ? el('select', { id: id + '-input', name: 'value', 'data-fields': fields }, ...options.map(([value, words]) => el('option', { value }, words)))
    : el('input', { id: id + '-input', name: 'value', type, autocomplete, required: Boolean(label), 'data-fields': fields });
  const field = label ? [el('div', { className: 'field' }, el('label', { for: id + '-input' }, label), input)] : [];
  const cancel = el('button', { type: 'button', className: 'quiet', onclick: () => dialog.close() }, 'Cancel');
  const form = el('form', { novalidate: true },
    el('h2', { id: id + '-title' }, title), el('p', { className: 'hint' }, text), ...field,
    el('div', { className: 'actions end' }, cancel, el('button', { type: 'submit', className: danger ? 'danger' : 'primary' }, ok)));
  const dialog = el('dialog', { 'aria-labelledby': id + '-title' }, form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let done = false;
    submittingForm(form, async () => { await action(input.value); done = true; dialog.close(); }, { BAD_CREDENTIALS: 'That isn’t right. Try again.' });
    dialog.addEventListener('close', () => { dialog.remove(); resolve(done); }, { once: true });
    dialog.showModal();
    (label ? input : cancel).focus();
  });
}
