import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Makes the process one that Astro behaves in: it sends nothing home, asks for no newer version, stays
 * in the foreground, and finds the project wherever the command was started.
 */
export function prepareEnvironment(): void {
  chdir(root);
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  });
}
