// LinkedIn has a default Trusted Types policy, and Quill cannot live without one. Import this first.

window.trustedTypes?.createPolicy("default", { createHTML: (html) => html });
