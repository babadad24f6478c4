import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";

/** Drawn by us: nobody. */
const PORTRAIT = `<rect width="300" height="400" fill="#dfe3de"/><path d="M10 400c6-70 52-104 140-104s134 34 140 104Z" fill="#3d5a52"/><path d="M150 58c-62 0-88 52-86 112 2 52-18 96-12 142 4 32 46 56 98 56s94-24 98-56c6-46-14-90-12-142 2-60-24-112-86-112Z" fill="#6f8f86"/><path d="M150 96c-40 0-58 32-56 78 2 50 24 92 56 92s54-42 56-92c2-46-16-78-56-78Z" fill="#d9a981"/><path d="M95 160c4-44 26-66 55-66s51 22 55 66c-10-26-28-37-55-37s-45 11-55 37Z" fill="#4f6d65"/><path d="M112 172c8-6 18-6 26-2M162 170c8-4 18-4 26 2" fill="none" stroke="#4a3226" stroke-width="4.5" stroke-linecap="round"/><ellipse cx="126" cy="186" rx="6" ry="6.5" fill="#3a271e"/><ellipse cx="174" cy="186" rx="6" ry="6.5" fill="#3a271e"/><path d="M150 190c-3 12-8 20-4 25 3 3 7 3 10 1" fill="none" stroke="#b98360" stroke-width="3.5" stroke-linecap="round"/><path d="M132 235c11 8 25 8 36 0" fill="none" stroke="#a3573f" stroke-width="5" stroke-linecap="round"/><path d="M96 262c22 30 86 30 108 0 12 40-14 76-54 76s-66-36-54-76Z" fill="#64857c"/>`;

async function rasterise(svg: string, width: number, height: number): Promise<Canvas> {
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(await loadImage(Buffer.from(svg)), 0, 0, width, height);
  return canvas;
}

/** One frame of a 4:3 camera; `turn` moves the shelves behind the person. */
export async function cameraFrame(turn: number, width = 1280): Promise<Uint8Array> {
  const shift = (turn % 8) * 6;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960" viewBox="0 0 640 480"><rect width="640" height="480" fill="#cdd2ca"/><path d="M${-shift} 90h700M${-shift} 210h700M${-shift} 330h700" stroke="#a9b0a4" stroke-width="8"/><g fill="#8f988a"><path d="M${40 + shift} 40h14v46h-14zM${62 + shift} 28h12v58h-12zM${80 + shift} 44h16v42h-16zM${540 - shift} 150h14v56h-14zM${562 - shift} 164h16v42h-16z"/></g><svg x="155" y="30" width="330" height="450" viewBox="0 0 300 400" preserveAspectRatio="xMidYMax slice">${PORTRAIT.replace('<rect width="300" height="400" fill="#dfe3de"/>', "")}</svg></svg>`;
  return (await rasterise(svg, width, (width * 3) / 4)).encode("jpeg", 88);
}

/** A photo cut to 3:4. */
export async function portrait(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 300 400">${PORTRAIT}</svg>`;
  return (await rasterise(svg, 900, 1200)).encode("jpeg", 88);
}

/** The card as the renderer would draw it, near enough to look at. */
export async function cardPicture(name: string, memberNo: string, library: string): Promise<Uint8Array> {
  const bars = [...memberNo.repeat(4)]
    .map(
      (digit, index) =>
        `<rect x="${37 + index * 0.84}" y="36" width="${0.25 + (Number(digit) % 3) * 0.17}" height="9"/>`,
    )
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1016" height="648" viewBox="0 0 85.6 53.98" font-family="Liberation Sans"><rect width="85.6" height="53.98" fill="#fdfaf3"/><path d="M0 0h85.6v10.8c-22 4.4-63.6 4.4-85.6 0Z" fill="#0f4e52"/><path d="M0 12.7c22 4.4 63.6 4.4 85.6 0" fill="none" stroke="#0f4e52" stroke-width=".5"/><text x="5" y="6.4" font-size="3.1" font-weight="700" fill="#fff">${library.slice(0, 40)}</text><svg x="5" y="18.6" width="22.2" height="29.6" viewBox="0 0 300 400">${PORTRAIT}</svg><text x="31" y="22.2" font-size="3.3" font-weight="700" fill="#0f4e52">${name.slice(0, 30)}</text><text x="31" y="27" font-size="2" fill="#5a5244">Jenis anggota</text><text x="31" y="30.6" font-size="3" font-weight="700">Mahasiswa</text><text x="58" y="27" font-size="2" fill="#5a5244">Berlaku sampai</text><text x="58" y="30.6" font-size="3" font-weight="700">22-11-2027</text><rect x="31" y="34.4" width="49.6" height="13.8" fill="#fff"/>${bars}<text x="55.8" y="47.6" font-size="2.5" text-anchor="middle">${memberNo.slice(0, 20)}</text></svg>`;
  return (await rasterise(svg, 1016, 648)).encode("png");
}
