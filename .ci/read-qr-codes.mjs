// Reads pictures of QR codes with jsQR, as sharp draws them: node read-qr-codes.mjs <CASES.json
// Cases are PNG or SVG files in base64. Prints for each how wide it is, and its text or null.
import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import sharp from 'sharp';

const answers = await Promise.all(JSON.parse(readFileSync(0, 'utf8')).map(async file => {
  const { data, info } = await sharp(Buffer.from(file, 'base64')).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsqr.default(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' });
  return { width: info.width, text: code?.data ?? null };
}));
console.log(JSON.stringify(answers));
