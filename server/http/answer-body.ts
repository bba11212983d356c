/** The body of a response. */
import { compress, MIN_COMPRESSED, type Encoding } from './content-encoding.ts';

/** The bytes of a response, and their compressed forms. */
export class AnswerBody {
  readonly #bytes: Buffer;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isLarge(): boolean {
    return this.#bytes.length >= MIN_COMPRESSED;
  }

  async as(encoding: Encoding | undefined): Promise<Buffer> {
    if (encoding === undefined) return this.#bytes;
    const compressed = this.#compressed.get(encoding) ?? compress(this.#bytes, encoding);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

/** A response that is the same for every caller until the data changes. */
export class KeptAnswer {
  #version: number | undefined;
  #body: AnswerBody | undefined;

  get(version: number | undefined): AnswerBody | undefined {
    return version !== undefined && version === this.#version ? this.#body : undefined;
  }

  set(version: number, body: AnswerBody): void {
    // Two responses may be built at once: the older one must not replace the newer.
    if (this.#version !== undefined && version < this.#version) return;
    this.#version = version;
    this.#body = body;
  }
}
