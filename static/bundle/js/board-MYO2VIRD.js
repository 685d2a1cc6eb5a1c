/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as o}from"./board-YPV57KN5.js";import"./board-JMCX6MRF.js";import"./board-YGIQTPXL.js";import"./board-JQIWL4DN.js";export{o as Page};
