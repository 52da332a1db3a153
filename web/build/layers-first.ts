/** Every style file begins with the order of layers, so that no order of loading can change who wins. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export function layersFirst(): Plugin {
  return {
    name: 'alongside-layers-first',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const order = readFileSync(join(import.meta.dirname, '../ui/look/layers.css'), 'utf8');
      const statement = order.replace(/\/\*.*?\*\//gs, '').trim();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = `${statement}${String(file.source)}`;
      }
    },
  };
}
