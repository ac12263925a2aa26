/** A binary heap of numbered nodes, lowest key first; a node may be in it several times, stale entries are the caller's to skip. */
export interface Heap {
  size(): number;
  clear(): void;
  push(key: number, node: number): void;
  /** The lowest key; Infinity when empty. */
  topKey(): number;
  /** Removes the entry with the lowest key and tells its node. */
  pop(): number;
}

/** Source: J. Williams, «Algorithm 232: Heapsort» (Comm. ACM 7, 1964). O(log size) per operation. */
export function openHeap(): Heap {
  let keys = new Float64Array(256);
  let nodes = new Int32Array(256);
  let size = 0;
  return {
    size: () => size,
    clear() {
      size = 0;
    },
    push(key, node) {
      if (size === keys.length) {
        const moreKeys = new Float64Array(2 * size);
        moreKeys.set(keys);
        keys = moreKeys;
        const moreNodes = new Int32Array(2 * size);
        moreNodes.set(nodes);
        nodes = moreNodes;
      }
      let at = size++;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if ((keys[up] as number) <= key) break;
        keys[at] = keys[up] as number;
        nodes[at] = nodes[up] as number;
        at = up;
      }
      keys[at] = key;
      nodes[at] = node;
    },
    topKey: () => (size === 0 ? Infinity : (keys[0] as number)),
    pop() {
      const top = nodes[0] as number;
      size--;
      const key = keys[size] as number;
      const node = nodes[size] as number;
      let at = 0;
      for (;;) {
        let c = 2 * at + 1;
        if (c >= size) break;
        if (c + 1 < size && (keys[c + 1] as number) < (keys[c] as number)) c++;
        if ((keys[c] as number) >= key) break;
        keys[at] = keys[c] as number;
        nodes[at] = nodes[c] as number;
        at = c;
      }
      keys[at] = key;
      nodes[at] = node;
      return top;
    },
  };
}
