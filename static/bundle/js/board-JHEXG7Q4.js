/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as o}from"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import"./board-KYIRGFZR.js";import"./board-MDZKHNOU.js";export{o as Page};
