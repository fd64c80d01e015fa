/** Files for whoever reads the page. */

/** Saves a text under the last part of its path, as the browser saves files. */
export function save(path: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = path.slice(path.lastIndexOf('/') + 1);
  link.click();
  URL.revokeObjectURL(address);
}
