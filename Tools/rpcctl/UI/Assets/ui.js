// The page: which view an address shows, and every form.
import { call, stepUp, hooks } from '/api.js';
import { show, byId, toast, say, ask, submitting, copy } from '/views.js';
import * as settings from '/settings.js';

let linkToken = '';
let confirmAction = async () => {};

function go(path) {
  history.pushState(null, '', path);
  route();
}

function confirmView(title, text, button, action) {
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-button').textContent = button;
  confirmAction = action;
  show('confirm');
}

// A mailed link does nothing before somebody presses a button: link scanners open pages too.
function takeLinkToken() {
  linkToken = new URLSearchParams(location.hash.slice(1)).get('token') || new URLSearchParams(location.search).get('token') || linkToken;
  // So that it stays neither in the history nor in what is copied from the address bar.
  if (location.hash || location.search) history.replaceState(null, '', location.pathname);
}

const routes = {
  '/sign-in': () => show('sign-in'),
  '/sign-up': () => show('sign-up'),
  '/forgot-password': () => show('forgot'),
  '/reset-password': () => { takeLinkToken(); show('reset'); },
  '/verify-email': () => {
    takeLinkToken();
    confirmView('Confirm your email address', 'One click, and the address is yours to use here.', 'Confirm address', async () => {
      const answer = await call('AccountService/VerifyEmail', { token: linkToken });
      say('Address confirmed', answer.email + ' is confirmed.', 'Continue', '/');
    });
  },
  '/cancel-two-factor-reset': () => {
    takeLinkToken();
    confirmView('Keep two-factor on', 'Somebody asked our support to turn off two-factor for your account. If it wasn’t you, stop it here.', 'Keep it on', async () => {
      await call('SecurityService/CancelTwoFactorReset', { token: linkToken });
      say('Two-factor stays on', 'The request was cancelled.', 'Continue', '/');
    });
  },
  '/unsubscribe': () => {
    takeLinkToken();
    confirmView('Unsubscribe', 'We stop sending you mails of this kind.', 'Unsubscribe', async () => {
      const answer = await call('NotificationsService/Unsubscribe', { token: linkToken });
      say('Unsubscribed', 'You get no more “' + answer.category.title + '” from us. You can turn it on again in your settings.', 'Continue', '/');
    });
  },
};

async function route() {
  settings.leave();
  const view = routes[location.pathname];
  if (view) return view();
  show('loading');
  try {
    await settings.enter();
  } catch (failure) {
    if (failure.reason === 'SESSION_INVALID') return;
    say('The page can’t be shown', failure.message, 'Try again', '/');
  }
}

// What was asked before may be refused when another view has been opened since, which needs no session.
hooks.onSignedOut = () => { settings.leave(); if (routes[location.pathname]) return; history.replaceState(null, '', '/sign-in'); show('sign-in'); };

// Six digits are the authenticator's; anything else is a recovery code.
const factor = (code) => (/^\d{6}$/.test(code.replace(/\s/g, '')) ? { totp_code: code.replace(/\s/g, '') } : { recovery_code: code.trim() });

hooks.stepUp = () => {
  const byCode = settings.state.twoFactor;
  return ask({
    title: 'Confirm that it’s you', ok: 'Confirm', label: byCode ? 'Code of your authenticator' : 'Password',
    text: 'This change asks for a fresh proof.', type: byCode ? 'text' : 'password', autocomplete: byCode ? 'one-time-code' : 'current-password',
    fields: 'password totp_code',
    action: (value) => stepUp(byCode ? { totp_code: value.replace(/\s/g, '') } : { password: value }),
  });
};

submitting('sign-in', async (form) => {
  const answer = await call('SessionsService/SignIn', { email: form.email.value, password: form.password.value });
  form.reset();
  if (answer.session) return go('/');
  show('code');
}, { BAD_CREDENTIALS: 'The address or the password isn’t right, or the address isn’t confirmed yet.' });

submitting('code', async (form) => {
  await call('SessionsService/CompleteSignIn', factor(form.code.value));
  form.reset();
  go('/');
}, { BAD_CREDENTIALS: 'That code isn’t right, or it took too long. Try the next one, or start again.' });

submitting('sign-up', async (form) => {
  const email = form.email.value;
  const answer = await call('AccountService/SignUp', {
    display_name: form.display_name.value, email, password: form.password.value,
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  });
  form.reset();
  say('Check your mail', answer.message, 'Sign in', '/sign-in');
});

submitting('forgot', async (form) => {
  const answer = await call('SecurityService/RequestPasswordReset', { email: form.email.value });
  say('Check your mail', answer.message, 'Back to sign in', '/sign-in');
});

submitting('reset', async (form) => {
  try {
    const code = form.code.value.trim();
    await call('SecurityService/ResetPassword', {
      token: linkToken, new_password: form.new_password.value, sign_out_other_sessions: form.sign_out_other_sessions.checked,
      ...(code ? factor(code) : {}),
    });
  } catch (failure) {
    if (failure.reason === 'TWO_FACTOR_REQUIRED') {
      byId('re-code-field').hidden = false;
      byId('re-code').focus();
    }
    throw failure;
  }
  form.reset();
  linkToken = '';
  say('Password set', 'Sign in with your new password.', 'Sign in', '/sign-in');
}, { TWO_FACTOR_REQUIRED: 'Two-factor is on: enter a code too.', BAD_CREDENTIALS: 'That code isn’t right.' });

submitting('confirm', () => confirmAction());

byId('sign-out').addEventListener('click', async () => {
  try { await call('SessionsService/SignOut'); } catch (failure) { if (failure.reason !== 'SESSION_INVALID') return toast(failure.message); }
  go('/sign-in');
});

byId('resend').addEventListener('click', async () => {
  let answer;
  const isDone = await ask({
    title: 'Confirmation mail', text: 'We mail the link of your sign-up again.', ok: 'Send', label: 'Email address', type: 'email', autocomplete: 'username', fields: 'email',
    action: async (value) => { answer = await call('AccountService/ResendVerification', { email: value }); },
  });
  if (isDone) say('Check your mail', answer.message, 'Back to sign in', '/sign-in');
});

byId('lookup').addEventListener('click', async () => {
  let answer;
  const isDone = await ask({
    title: 'Look up a deletion', text: 'See what became of a deleted account’s data.', ok: 'Look up', label: 'Receipt', fields: 'receipt',
    action: async (value) => { answer = await call('AccountService/GetDeletion', { receipt: value.trim() }); },
  });
  if (isDone) settings.showDeletion(answer);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-link]');
  if (link) { event.preventDefault(); go(link.getAttribute('href')); }
  const button = event.target.closest('[data-copy]');
  if (button) copy(byId(button.dataset.copy).value);
});
addEventListener('popstate', () => { if (!location.hash || routes[location.pathname]) route(); });

route();
