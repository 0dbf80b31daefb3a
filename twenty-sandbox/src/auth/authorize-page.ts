import { html } from 'hono/html';
import { documentOf } from '../page/document.ts';
import { DEMO_MEMBERS } from '../seed/members.ts';

/** Where a person would sign in to Twenty: here one says who one is, with one click. */
export const authorizePage = (chooseUrl: (memberId: string) => string) =>
  documentOf({
    title: 'Sign in to Twenty sandbox',
    isLive: false,
    body: html`<main class="sign-in">
      <h1>Sign in to Twenty sandbox as…</h1>
      <p class="quiet">No password: everybody here is invented. The dialer will act for the person you choose.</p>
      <ul class="choices">
        ${DEMO_MEMBERS.map(
          (member) => html`<li>
            <a class="choice" href="${chooseUrl(member.id)}" data-member="${member.id}">
              <span class="avatar" aria-hidden="true">${member.firstName.charAt(0)}</span>
              <span><strong>${member.firstName} ${member.lastName}</strong><br />
              <span class="quiet">${member.jobTitle}${member.role === 'Admin' ? ', admin' : ''}</span></span>
            </a>
          </li>`,
        )}
      </ul>
    </main>`,
  });

export const authorizeRefusedPage = (reason: string) =>
  documentOf({
    title: 'Cannot sign in',
    isLive: false,
    body: html`<main class="sign-in">
      <h1>The dialer cannot be signed in here</h1>
      <p>${reason}</p>
      <p class="quiet">Go back to the dialer and start again. If this stays, its client id or its address does not fit this sandbox.</p>
    </main>`,
  });
