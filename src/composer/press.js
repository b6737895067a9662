// A press done again for a person, as the page would have got it. Written by hand: each property of an event would be a
// call through the glue of the lowered program. These events are not trusted, so our own listeners let them be.

const common = { bubbles: true, cancelable: true, composed: true };

// The whole gesture, for pages that act on its beginning, then the click.
export function pressButton(button) {
  const box = button.getBoundingClientRect();
  const at = { ...common, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  for (const name of ["down", "up"]) {
    const buttons = name === "down" ? 1 : 0;
    const pointer = { ...at, buttons, pointerId: 1, pointerType: "mouse", isPrimary: true };
    button.dispatchEvent(new PointerEvent(`pointer${name}`, pointer));
    button.dispatchEvent(new MouseEvent(`mouse${name}`, { ...at, buttons, detail: 1 }));
  }
  button.click();
}

export function pressEnter(target, ctrlKey, metaKey) {
  const enter = { ...common, key: "Enter", code: "Enter", keyCode: 13, which: 13, ctrlKey, metaKey };
  for (const name of ["keydown", "keyup"]) target.dispatchEvent(new KeyboardEvent(name, enter));
}
