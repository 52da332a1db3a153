/** Puts the application together and shows it. */
import './ui/look/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { arrivedMessage, takeFragment } from './app/joining/arrived-with.ts';
import { applyLook } from './app/look.ts';
import { keepOnDevice } from './app/offline/updates.ts';
import { startSession } from './app/session/start.ts';
import { givePasted } from './ui/pasted.ts';

takeFragment(window.location, window.history, ofTab());
givePasted(arrivedMessage());
/** Undefined where the browser keeps nothing for pages. */
function ofTab(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

const place = document.getElementById('app');
if (place) {
  const [session] = await Promise.all([startSession(), applyLook()]);
  createRoot(place).render(createElement(App, { session }));
  keepOnDevice();
}
