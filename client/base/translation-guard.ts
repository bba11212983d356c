/**
 * Keeps the page working while the browser, or an extension, translates it.
 *
 * Translators replace a text node with a wrapper such as `<font>`. React keeps the original and would throw when it
 * removes it or inserts beside it (https://github.com/facebook/react/issues/11538), and what it writes into the
 * original would not be visible. The guard remembers which wrapper stands for which text. When React uses such a text,
 * it is first put back in the place of the wrapper; the translator then translates it again.
 */

/** Wrappers of translators: `<font>`, or a custom element. The page renders neither. */
function isWrapper(node: Node | null): node is Element {
  return node instanceof Element && (node.localName === 'font' || node.localName.includes('-'));
}

interface NativeMethods {
  readonly removeChild: typeof Node.prototype.removeChild;
  readonly insertBefore: typeof Node.prototype.insertBefore;
  readonly appendChild: typeof Node.prototype.appendChild;
}

class TranslationGuard {
  readonly #native: NativeMethods;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #wrapperOf = new WeakMap<Node, Element>();
  /** The wrappers that stand for a text. */
  readonly #taken = new WeakSet<Element>();
  /** The next sibling that a removed text had: the place of a text without a wrapper. */
  readonly #nextOf = new WeakMap<Node, Node>();

  constructor(native: NativeMethods, root: Node) {
    this.#native = native;
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  remove(parent: Node, child: Node): void {
    this.#putBack(child);
    const inside = directChild(parent, child);
    if (inside === undefined) return;
    this.#native.removeChild.call(parent, inside);
    // A wrapper that the guard does not know: the node itself is removed from it, too.
    if (inside !== child && child.parentNode !== null) this.#native.removeChild.call(child.parentNode, child);
  }

  insert(parent: Node, child: Node, before: Node | null): void {
    this.#putBack(child);
    if (before === null) {
      this.#native.appendChild.call(parent, child);
      return;
    }
    this.#putBack(before);
    this.#native.insertBefore.call(parent, child, this.#placeIn(parent, before));
  }

  /** The child of `parent` at whose place `node` is, or was. */
  #placeIn(parent: Node, node: Node): Node | null {
    const passed = new Set<Node>();
    let at: Node | undefined = node;
    while (at !== undefined && !passed.has(at)) {
      const inside = directChild(parent, at);
      if (inside !== undefined) return inside;
      passed.add(at);
      at = this.#wrapperOf.get(at) ?? this.#nextOf.get(at);
    }
    return null;
  }

  #note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      for (const text of record.removedNodes) {
        if (!(text instanceof Text)) continue;
        if (record.nextSibling !== null) this.#nextOf.set(text, record.nextSibling);
        const wrapper = [...record.addedNodes, record.previousSibling, record.nextSibling]
          .filter((node) => isWrapper(node))
          .find((node) => !this.#taken.has(node));
        if (wrapper !== undefined) this.#displace(text, wrapper);
      }
    }
  }

  #displace(text: Text, wrapper: Element): void {
    this.#wrapperOf.set(text, wrapper);
    this.#taken.add(wrapper);
    // What React writes into this text must be visible. A property of this node alone costs other nodes nothing.
    const putBack = () => this.#putBack(text);
    Object.defineProperty(text, 'nodeValue', {
      configurable: true,
      get: () => text.data,
      set(value: string | null) {
        putBack();
        text.data = value ?? '';
      },
    });
  }

  /** Puts a displaced text in the place of its wrapper. Other nodes stay as they are. */
  #putBack(node: Node): void {
    this.#note(this.#observer.takeRecords());
    const wrapper = this.#wrapperOf.get(node);
    if (wrapper === undefined) return;
    this.#wrapperOf.delete(node);
    Reflect.deleteProperty(node, 'nodeValue');
    const parent = wrapper.parentNode;
    if (parent === null) return;
    this.#native.insertBefore.call(parent, node, wrapper);
    this.#native.removeChild.call(parent, wrapper);
  }
}

/** The child of `parent` that is `node` or contains it. */
function directChild(parent: Node, node: Node): Node | undefined {
  let at: Node | null = node;
  while (at !== null && at.parentNode !== parent) at = at.parentNode;
  return at ?? undefined;
}

/**
 * Installs the guard for everything in `root`, before React renders. A `removeChild` or `insertBefore` that the browser
 * would refuse because a node is elsewhere finds the node, or does nothing; all other calls are unchanged.
 */
export function guardAgainstTranslation(root: Node): void {
  const { removeChild, insertBefore, appendChild } = Node.prototype;
  const guard = new TranslationGuard({ removeChild, insertBefore, appendChild }, root);
  Node.prototype.removeChild = function removeGuarded<T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    guard.remove(this, child);
    return child;
  };
  Node.prototype.insertBefore = function insertGuarded<T extends Node>(this: Node, child: T, before: Node | null): T {
    if (!(child instanceof Text) && (before === null || before.parentNode === this))
      return insertBefore.call(this, child, before) as T;
    guard.insert(this, child, before);
    return child;
  };
  Node.prototype.appendChild = function appendGuarded<T extends Node>(this: Node, child: T): T {
    if (!(child instanceof Text)) return appendChild.call(this, child) as T;
    guard.insert(this, child, null);
    return child;
  };
}
