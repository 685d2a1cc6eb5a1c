/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-5L6U2Z3S.js";import"./board-C4YLLSMV.js";import{c as o}from"./board-IIZNSKHC.js";import"./board-BHS63AD3.js";import"./board-7DYWCXL2.js";export{o as Refusals};
