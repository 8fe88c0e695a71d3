/** Every file that is no page: the collection of files says what stands in it. */
export function render({ file }) {
  return file.render();
}
