/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-DFT35BUH.js";import"./board-4UHFWEHN.js";import{c as o}from"./board-PLSPXCZQ.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{o as Refusals};
