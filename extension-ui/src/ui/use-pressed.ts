import { useRef, useState } from 'react';

/**
 * A choice that looks chosen from the moment of the press, so that the next arrow key goes on from there, and goes back when
 * it could not be kept. `keep` resolves once what is held is the new one.
 */
export const usePressed = <Value>(
  held: Value,
  keep: (value: Value) => Promise<unknown>,
): [shown: Value, press: (value: Value) => void] => {
  const [pressed, setPressed] = useState<{ value: Value } | null>(null);
  const last = useRef<{ value: Value } | null>(null);
  const press = (value: Value) => {
    const mine = { value };
    last.current = mine;
    setPressed(mine);
    const done = () => {
      // One that was pressed meanwhile is still on its way.
      if (last.current === mine) setPressed(null);
    };
    keep(value).then(done, done);
  };
  return [pressed === null ? held : pressed.value, press];
};
