/**
 * How this device shows Alongside: language, light or dark, size of text, keys. Kept readable on the device,
 * because the lock screen needs it before anything can be opened; it says nothing else.
 */
import { type Language, languages, speak } from '../words/languages.ts';

export interface Look {
  readonly language: Language;
  readonly theme: (typeof themes)[number];
  readonly text: (typeof textSizes)[number];
  /** Single letters as keys (`/`, `n`, `?`): off for people whose voice or hand types them by chance. */
  readonly letterKeys: boolean;
}

export const themes = ['device', 'light', 'dark'] as const;
export const textSizes = ['usual', 'large', 'larger', 'largest'] as const;

const place = 'alongside.look';
const listeners = new Set<() => void>();
let look: Look = read();

export const looks = {
  get: () => look,
  subscribe(heard: () => void) {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  },
};

/** Shows the device's own choice, before anything is drawn. */
export async function applyLook(): Promise<void> {
  const root = document.documentElement;
  if (look.theme === 'device') delete root.dataset.theme;
  else root.dataset.theme = look.theme;
  if (look.text === 'usual') delete root.dataset.text;
  else root.dataset.text = look.text;
  await speak(look.language);
}

/** Changes it at once, and for the next visit. */
export async function changeLook(change: Partial<Look>): Promise<void> {
  look = { ...look, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(look));
  } catch {
    // A browser that keeps nothing still shows the choice until it closes.
  }
  await applyLook();
  for (const heard of listeners) heard();
}

function read(): Look {
  const kept = readKept();
  return {
    language: isLanguage(kept.language) ? kept.language : ownLanguage(),
    theme: themes.find((theme) => theme === kept.theme) ?? 'device',
    text: textSizes.find((size) => size === kept.text) ?? 'usual',
    letterKeys: kept.letterKeys !== false,
  };
}

function readKept(): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

/** The first language of the browser that we speak. */
function ownLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'es' || language === 'ar') return language;
  }
  return 'en';
}

function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}
