// Draws as PNG what sites and phones do not take as SVG: the picture beside a shared link, and the icon on a home screen.
import sharp from 'sharp';

const folder = new URL('../ContactsApi/Features/Pages/Assets/', import.meta.url).pathname;
const drawn = [['share.svg', 'share.png', 1200, 630], ['icon.svg', 'touch-icon.png', 180, 180]];
for (const [from, to, width, height] of drawn) {
  // The corners of an icon a phone rounds by itself.
  await sharp(folder + from, { density: 400 }).resize(width, height).flatten({ background: '#1450c8' }).png({ palette: true, effort: 10 }).toFile(folder + to);
}
