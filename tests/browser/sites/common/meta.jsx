// The button of Facebook, Instagram and Threads.

import { pressKeys } from "./site.js";

/** Meta's button: a div that handles its own keys. */
export function Button({ label, disabled, onPress, children, ...props }) {
  const press = () => {
    if (!disabled) onPress();
  };
  return (
    <div
      role="button"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-disabled={disabled || undefined}
      className="x1i10hfl xjbqb8w"
      onClick={press}
      onKeyDown={pressKeys(press)}
      {...props}
    >
      {children}
    </div>
  );
}
