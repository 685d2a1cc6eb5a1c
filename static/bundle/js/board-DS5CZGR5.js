/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-FJ5R7B5X.js";import"./board-XIIRGUXP.js";import"./board-VSF773S7.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{o as Page};
