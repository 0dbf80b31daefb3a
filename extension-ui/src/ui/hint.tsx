import { lazy, type ReactNode, useCallback, useEffect, useState } from 'react';
import { Dispensable } from './dispensable.tsx';

export const loadHintPopup = async () => ({ default: (await import('./hint-popup.tsx')).HintPopup });
const HintPopup = lazy(loadHintPopup);

/** Who only passes by asks for no words. */
const REST_MS = 400;

/**
 * Words and the shortcut of a control, on hover and on keyboard focus. The control itself must carry its own name. What
 * draws and places them is a fifth of the page's scripts, and comes behind the first screen.
 */
export const Hint = ({ words, keys, children }: { words: string; keys?: string; children: ReactNode }) => {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [isShown, setIsShown] = useState(false);
  const hide = useCallback(() => setIsShown(false), []);

  useEffect(() => {
    if (place === null) return;
    const left = new AbortController();
    const listen = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      hear: (event: HTMLElementEventMap[Name]) => void,
    ) => place.addEventListener(name, hear, { signal: left.signal });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hideNow = () => {
      clearTimeout(timer);
      setIsShown(false);
    };
    listen('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') timer = setTimeout(() => setIsShown(true), REST_MS);
    });
    listen('pointerleave', hideNow);
    listen('pointerdown', hideNow);
    listen('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible')) setIsShown(true);
    });
    listen('focusout', hideNow);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [place]);

  const anchor = place?.firstElementChild ?? null;
  return (
    <>
      <span ref={setPlace} className="hinted">
        {children}
      </span>
      {isShown && anchor !== null ? (
        <Dispensable>
          <HintPopup anchor={anchor} onClose={hide}>
            {words}
            {keys === undefined ? null : <Keys keys={keys} />}
          </HintPopup>
        </Dispensable>
      ) : null}
    </>
  );
};

/** One or more keys of the keyboard, for example `Ctrl+Enter`. */
export const Keys = ({ keys }: { keys: string }) => (
  <span aria-hidden="true">
    {keys.split('+').map((key) => (
      <kbd key={key} className="kbd">
        {key}
      </kbd>
    ))}
  </span>
);
