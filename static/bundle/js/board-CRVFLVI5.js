/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as o}from"./board-DFT35BUH.js";import"./board-4UHFWEHN.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{o as Page};
