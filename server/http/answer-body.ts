/** What an endpoint answers, as it is sent. */
import { compress, LEAST_COMPRESSED, type Encoding } from './content-encoding.ts';

/** The bytes of an answer, and what they were compressed to. */
export class AnswerBody {
  readonly #bytes: Buffer;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isLarge(): boolean {
    return this.#bytes.length >= LEAST_COMPRESSED;
  }

  async as(encoding: Encoding | undefined): Promise<Buffer> {
    if (encoding === undefined) return this.#bytes;
    const compressed = this.#compressed.get(encoding) ?? compress(this.#bytes, encoding);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

/** An answer that is the same for everybody until the data changes. */
export class KeptAnswer {
  #version: number | undefined;
  #body: AnswerBody | undefined;

  get(version: number | undefined): AnswerBody | undefined {
    return version !== undefined && version === this.#version ? this.#body : undefined;
  }

  set(version: number, body: AnswerBody): void {
    // Two answers may be made at once: the older one must not displace the newer.
    if (this.#version !== undefined && version < this.#version) return;
    this.#version = version;
    this.#body = body;
  }
}
