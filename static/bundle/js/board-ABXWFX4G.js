/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-VMLWR7ZX.js";import"./board-DGMIYEAM.js";import"./board-IIZNSKHC.js";import"./board-BHS63AD3.js";import"./board-7DYWCXL2.js";export{o as Page};
